/** An invalid filter or sort of a catalog query, reported with 400. */
export class QueryError extends Error {
	override readonly name = 'QueryError';
}

type Fields = Readonly<Record<string, unknown>>;
type Test = (fields: Fields) => boolean;

/** Parses the JSON of `filter` [doc: exact, contains, in, is_set, and, or, not]. @throws QueryError */
export function parseQueryFilter(text: string | null): Test {
	return text === null || text === '' ? () => true : makeTest(parse(text));
}

/** Parses the JSON of `sort`: `{field, order}` or a list of these. @throws QueryError */
export function parseQuerySort(text: string | null): (one: Fields, other: Fields) => number {
	const json = text === null || text === '' ? [] : parse(text);
	const keys = (Array.isArray(json) ? json : [json]).map(key => {
		const {field, order = 'asc'} = object(key);
		if (typeof field !== 'string' || (order !== 'asc' && order !== 'desc'))
			throw new QueryError('sort needs a field and an order');
		return {field, sign: order === 'asc' ? 1 : -1};
	});
	return (one, other) => {
		for (const {field, sign} of keys) {
			const [left, right] = [String(one[field] ?? ''), String(other[field] ?? '')];
			if (left !== right) return left < right ? -sign : sign;
		}

		return 0;
	};
}

function makeTest(json: unknown): Test {
	const {operator, field, value, operands} = object(json);
	switch (operator) {
		case 'and': {
			const tests = list(operands).map(makeTest);
			return fields => tests.every(test => test(fields));
		}

		case 'or': {
			const tests = list(operands).map(makeTest);
			return fields => tests.some(test => test(fields));
		}

		case 'not': {
			const [first] = list(operands).map(makeTest);
			if (first === undefined) throw new QueryError('not needs an operand');
			return fields => !first(fields);
		}

		default:
			return fieldTest(operator, field, value);
	}
}

function fieldTest(operator: unknown, field: unknown, value: unknown): Test {
	if (typeof field !== 'string') throw new QueryError('a filter needs a field');
	switch (operator) {
		case 'exact':
			return fields => fields[field] === value;
		case 'contains':
			return fields =>
				String(fields[field] ?? '')
					.toLowerCase()
					.includes(String(value).toLowerCase());
		case 'in': {
			const values = list(value);
			return fields => values.includes(fields[field]);
		}

		case 'is_set':
			return fields =>
				(fields[field] !== null && fields[field] !== undefined && fields[field] !== '') === (value ?? true);
		default:
			throw new QueryError(`unknown operator ${String(operator)}`);
	}
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new QueryError('not JSON');
	}
}

function object(json: unknown): Record<string, unknown> {
	if (typeof json !== 'object' || json === null) throw new QueryError('expected an object');
	return {...json};
}

function list(json: unknown): readonly unknown[] {
	if (!Array.isArray(json)) throw new QueryError('expected a list');
	return json;
}
