import {ImportError} from '../import-error.ts';

/** The values of a JSON object. */
type Values = Readonly<Record<string, unknown>>;

/** A line of a file, as errors name it. */
export type LinePlace = {readonly part: string; readonly line: number};

/** Creates the error of a line. */
export function lineError({part, line}: LinePlace, reason: string): ImportError {
	return new ImportError(`line ${line}: ${reason}`, part);
}

/** The values of a line, or of an object in it. A value that is null counts as absent. */
export class LineFields implements LinePlace {
	readonly part: string;
	readonly line: number;
	readonly #values: Values;
	/** The key of the object within the line, for errors. */
	readonly #within: string;

	constructor({part, line}: LinePlace, values: Values, within = '') {
		this.part = part;
		this.line = line;
		this.#values = values;
		this.#within = within;
	}

	fail(reason: string): ImportError {
		return lineError(this, `${this.#within}${reason}`);
	}

	has(key: string): boolean {
		return (this.#values[key] ?? null) !== null;
	}

	/** Returns a string; empty if it is absent. @throws ImportError */
	text(key: string): string {
		const value = this.#values[key] ?? '';
		if (typeof value !== 'string') throw this.fail(`${key} is not a string`);
		return value;
	}

	/** Returns a string that must not be empty. @throws ImportError */
	required(key: string): string {
		const value = this.text(key);
		if (value.trim() === '') throw this.fail(`${key} is required`);
		return value;
	}

	/** Returns `true` or `false`; `undefined` if it is absent. @throws ImportError */
	flag(key: string): boolean | undefined {
		const value = this.#values[key] ?? undefined;
		if (value !== undefined && typeof value !== 'boolean') throw this.fail(`${key} is not true or false`);
		return value;
	}

	/** Returns a 32-bit integer; `undefined` if it is absent. @throws ImportError */
	integer(key: string): number | undefined {
		const value = this.#values[key] ?? undefined;
		if (value === undefined) return undefined;
		if (typeof value !== 'number' || value !== (value | 0)) throw this.fail(`${key} is not a 32-bit integer`);
		return value;
	}

	/** Returns an object. @throws ImportError if it is absent or another type */
	object(key: string): LineFields {
		const value = this.#values[key];
		if (!isObject(value)) throw this.fail(`${key} is not an object`);
		return new LineFields(this, value, `${key}: `);
	}
}

/** True if a JSON value is an object. */
export function isObject(value: unknown): value is Values {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
