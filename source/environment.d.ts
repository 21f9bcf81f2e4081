/** The environment variables that the program reads, so that a misspelled name does not compile. */
declare namespace NodeJS {
	interface ProcessEnv {
		SECODA_API_TOKEN?: string | undefined;
		SECODA_UPLOAD_HOME?: string | undefined;
		SECODA_UPLOAD_INTEGRATION?: string | undefined;
		SECODA_UPLOAD_URL?: string | undefined;
		/** Set by the build. */
		SECODA_UPLOAD_VERSION?: string | undefined;

		APPDATA?: string | undefined;
		BROWSER?: string | undefined;
		CI?: string | undefined;
		FORCE_COLOR?: string | undefined;
		HOME?: string | undefined;
		HTTPS_PROXY?: string | undefined;
		LANG?: string | undefined;
		LC_ALL?: string | undefined;
		LC_CTYPE?: string | undefined;
		LOCALAPPDATA?: string | undefined;
		NODE_DISABLE_COMPILE_CACHE?: string | undefined;
		NO_COLOR?: string | undefined;
		NO_PROXY?: string | undefined;
		TERM?: string | undefined;
		XDG_CONFIG_HOME?: string | undefined;
		XDG_STATE_HOME?: string | undefined;
		https_proxy?: string | undefined;
		no_proxy?: string | undefined;
	}
}
