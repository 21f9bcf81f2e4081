/** The explanation of a code, for `secoda-upload help <code>` and `docs/problems.md`. Texts are sentences without line ends. */
export type ProblemPage = {
	/** A description of the problem. */
	readonly meaning: string;
	/** Why it matters in Secoda. */
	readonly reason: string;
	readonly example: ProblemExample;
	/** The ways to solve the problem, the best first. */
	readonly fixes: readonly PageFix[];
};

/** A small file that has the problem. */
export type ProblemExample = {
	readonly text: string;
	/** The bytes of the file, if they are not the text in UTF-8. */
	readonly bytes?: () => Buffer;
	/** The rows that are skipped in the app, if the problem needs it. */
	readonly skipped?: 'all';
	/** A file that is open with it, if the problem needs one. */
	readonly beside?: {readonly name: string; readonly text: string};
};

export type PageFix = {
	readonly text: string;
} /** `secoda-upload fix` applies it; it cannot change what a person meant. */ & (
	| {readonly kind: 'safe'}
	/** A proposal to look at; `secoda-upload fix --fix <code>` applies it. */
	| {readonly kind: 'proposed'}
	/** An edit of the file; `fixed` is the example after it. */
	| {readonly kind: 'edit'; readonly fixed: string}
	/** Options that say how the file is read; each is one word of a command line. */
	| {readonly kind: 'option'; readonly options: readonly [string, string]}
	/** No action is needed: Secoda or this program takes care of it. */
	| {readonly kind: 'none'}
);

/** The pages of a kind, by code. */
export type ProblemPages = ReadonlyMap<string, ProblemPage>;
