/** The variables that only tests read. */
declare namespace NodeJS {
	interface ProcessEnv {
		DBUS_SESSION_BUS_ADDRESS?: string | undefined;
		PATH?: string | undefined;
		/** Where the reference is that the rules are compared with. */
		SECODA_UPLOAD_REFERENCE?: string | undefined;
		/** Where the reference for JSON Lines is. */
		SECODA_UPLOAD_JSONL_REFERENCE?: string | undefined;
		/** The first seed of the files that are made for the comparison. */
		SEED?: string | undefined;
	}
}
