/** For what takes the place of a pressed button: the keyboard goes on from there. One function for all renders. */
export const focusOnMount = (element: HTMLElement | null): void => element?.focus({ preventScroll: true });
