export type StoredChange = {
	readonly row: number;
	readonly part: number;
	readonly record: string;
	readonly kind: string;
	readonly column: number | undefined;
	readonly old: string;
	readonly new: string;
};

/** Returns changes as JSON: a list of values for each. */
export function encodeChanges(changes: readonly StoredChange[]): string {
	return JSON.stringify(
		changes.map(({row, part, record, kind, column, old, new: value}) => {
			const values = [row, record, kind, column ?? null, old, value];
			return part === 0 ? values : [...values, part];
		}),
	);
}

/** Parses the result of `encodeChanges`. */
export function decodeChanges(text: string): readonly StoredChange[] {
	const changes: unknown = JSON.parse(text);
	return Array.isArray(changes) ? changes.map(toChange) : [];
}

function toChange(values: unknown): StoredChange {
	const [row, record, kind, column, old, value, part = 0]: readonly unknown[] = Array.isArray(values) ? values : [];
	return {
		row: Number(row),
		part: Number(part),
		record: String(record),
		kind: String(kind),
		column: column === null ? undefined : Number(column),
		old: String(old),
		new: String(value),
	};
}
