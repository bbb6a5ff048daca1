/** Version of the shape of everything under public/artifacts; a change of any artifact schema raises it. */
export const ARTIFACT_SCHEMA_VERSION = 1;
