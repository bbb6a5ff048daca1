/** Processor time that this process spends on `action`: on a busy machine it stays the same, where a clock runs on. */
export function cpuMilliseconds(action: () => void): number {
  const before = process.cpuUsage();
  action();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
