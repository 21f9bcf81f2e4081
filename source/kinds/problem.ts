/** A problem in compact form, as it is stored; the rest is computed from the row. */
export type Finding = {
	/** The row number, as in a spreadsheet: the header counts. */
	readonly row: number;
	/** A code of the file kind. */
	readonly code: string;
	/** A field of the file kind; absent if the problem is about the whole row. */
	readonly field?: string;
	/** Present if the problem is only a warning, although its code is an error. */
	readonly severity?: 'warning';
};

/** A new value for a field of the row. */
export type CellChange = {readonly field: string; readonly value: string};

/** A proposed change that removes a problem. It is safe if it cannot change what a person meant. */
export type Fix = {readonly title: string; readonly safe: boolean} & (
	| {readonly kind: 'cells'; readonly changes: readonly CellChange[]}
	/** Sets a field to one value in every row of the group. */
	| {readonly kind: 'group'; readonly change: CellChange}
	/** Writes the whole row with correct quotes. */
	| {readonly kind: 'requote'}
	/** Replaces the row by several records, given as texts without line ends. */
	| {readonly kind: 'split'; readonly records: readonly string[]}
	/** Replaces the record of the row by another, given as text without a line end. */
	| {readonly kind: 'rewrite'; readonly record: string}
	/** Skips the row. */
	| {readonly kind: 'skip'}
);

/** The severity of a problem. A file with errors cannot be uploaded. */
export type Severity = 'error' | 'warning' | 'info';

/** A problem in readable form. */
export type Problem = Omit<Finding, 'severity'> & {
	readonly severity: Severity;
	/** The value in the file. */
	readonly value: string;
	readonly message: string;
	/** The other row of a pair. */
	readonly related?: number;
	readonly fixes: readonly Fix[];
};

/** A problem of the whole file. */
export type FileProblem = {
	/** The row of the header, which it is about; absent without one. */
	readonly row?: number | undefined;
	readonly code: string;
	readonly severity: Severity;
	readonly field?: string | undefined;
	/** The header label. */
	readonly value?: string | undefined;
	readonly message: string;
	/** The next step for the user. It may name options of the command line. */
	readonly next: string;
	readonly remedy?: Remedy | undefined;
};

/** The action in the app for a problem of the file: map the columns, or none, because none is needed. */
export type Remedy = 'map' | 'none';

/** Returns the value that a fix sets, or `undefined` if it rewrites the row. */
export function fixedValue(fix: Fix): string | undefined {
	switch (fix.kind) {
		case 'requote':
		case 'split':
		case 'rewrite':
		case 'skip':
			return undefined;
		case 'group':
			return fix.change.value;
		case 'cells':
			return fix.changes[0]?.value;
	}
}
