/** Style sheets are imported for their effect alone (noUncheckedSideEffectImports asks for a declaration). */
declare module "*.css";
