/** The version of the program, set by the build; unknown when run from the source. */
export const version = process.env.SECODA_UPLOAD_VERSION ?? '0.0.0-source';
