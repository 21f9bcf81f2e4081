/** The ways in which the program can break a promise in a case. */
export const kinds = [
	'crash',
	'torn file',
	'leftover',
	'false "saved"',
	'false "not saved"',
	'lost edit',
	'lost token',
	'false "nothing was sent"',
	'false success',
	'sent twice',
	'hidden without approval',
	'wrong history',
	'next upload stopped',
	'wrong exit code',
	'unbounded',
	'wrong after edits',
] as const;

export type Kind = (typeof kinds)[number];

/** A broken promise, with the smallest reproduction of it. */
export type Broken = {readonly kind: Kind; readonly what: string};

/** Counts cases and broken promises, by part. A case is a fault, or a generated input. */
export class Tally {
	readonly #parts = new Map<string, {cases: number; readonly broken: Broken[]}>();

	add(part: string, broken: readonly Broken[]): void {
		const counted = this.#parts.get(part) ?? {cases: 0, broken: []};
		counted.cases++;
		counted.broken.push(...broken);
		this.#parts.set(part, counted);
	}

	get cases(): number {
		return [...this.#parts.values()].reduce((sum, {cases}) => sum + cases, 0);
	}

	get broken(): readonly Broken[] {
		return [...this.#parts.values()].flatMap(({broken}) => broken);
	}

	/** A table of the parts, then the count of each kind. */
	report(): string {
		const parts = [...this.#parts].map(
			([part, {cases, broken}]) =>
				`${String(cases).padStart(6)} cases  ${String(broken.length).padStart(4)} broken  ${part}`,
		);
		const counts = kinds.map(kind => `${kind}: ${this.broken.filter(each => each.kind === kind).length}`);
		const examples = this.broken.slice(0, 40).map(({kind, what}) => `  ${kind}: ${what}`);
		return [...parts, `${String(this.cases).padStart(6)} cases in all`, counts.join(', '), ...examples, ''].join('\n');
	}
}

/** A bug or a stack where a message belongs, or a process that crashed. */
export function crashes(
	ended: {readonly code: number | null; readonly stderr: string},
	what: string,
): readonly Broken[] {
	const isCrash =
		ended.code === null || ended.code === 70 || ended.code === 13 || /^\s+at .*:\d+:\d+\)?$/m.test(ended.stderr);
	return isCrash ? [{kind: 'crash', what: `${what}: exit ${ended.code}, ${ended.stderr.slice(0, 300)}`}] : [];
}
