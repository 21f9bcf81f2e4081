/** A problem as it is stored: small, and without anything that can be worked out from the row. */
export type Finding = {
	/** The spreadsheet's row: a header counts. */
	readonly row: number;
	/** One of the codes of the file's kind. */
	readonly code: string;
	/** One of the fields of the file's kind; absent when the problem is about the whole row. */
	readonly field?: string;
};

/** A new value for a field of the row. */
export type CellChange = {readonly field: string; readonly value: string};

/** A proposed change that removes a problem. It is safe when it cannot change what a person meant. */
export type Fix = {readonly title: string; readonly safe: boolean} & (
	| {readonly kind: 'cells'; readonly changes: readonly CellChange[]}
	/** One value for a field in every row of the row's group. */
	| {readonly kind: 'group'; readonly change: CellChange}
	/** The whole row, quoted again. */
	| {readonly kind: 'requote'}
	/** Several records in the place of the row. */
	| {readonly kind: 'split'; readonly records: ReadonlyArray<readonly string[]>}
);

/** How bad a problem is: an error keeps the file from being uploaded. */
export type Severity = 'error' | 'warning' | 'info';

/** A problem as people read it. */
export type Problem = Finding & {
	readonly severity: Severity;
	/** The value as it stands in the file. */
	readonly value: string;
	readonly message: string;
	/** The other row of a pair. */
	readonly related?: number;
	readonly fixes: readonly Fix[];
};

/** A problem of the whole file, which has no row. */
export type FileProblem = {
	readonly code: string;
	readonly severity: Severity;
	readonly field?: string | undefined;
	/** The label that it is about. */
	readonly value?: string | undefined;
	readonly message: string;
	/** What to do about it. */
	readonly next: string;
};

/** The value that a fix gives; `undefined` when it changes more than values. */
export function fixedValue(fix: Fix): string | undefined {
	switch (fix.kind) {
		case 'requote':
		case 'split':
			return undefined;
		case 'group':
			return fix.change.value;
		case 'cells':
			return fix.changes[0]?.value;
	}
}
