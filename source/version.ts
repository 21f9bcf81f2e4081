/** The program's version. The build puts it in; run from the source it is unknown. */
export const version = process.env.SECODA_UPLOAD_VERSION ?? '0.0.0-source';
