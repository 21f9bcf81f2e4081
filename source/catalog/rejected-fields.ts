import {isRecord} from './json-fields.ts';

/** A field of a request that the server rejects. */
export type RejectedField = {readonly name: string; readonly reason: string};

/**
Returns the fields that the body of an error names: `{"field": ["reason"]}`, alone or as `errors`. Secoda does not document the
shape [unknown]; this is a common one.
*/
export function rejectedFields(body: string): readonly RejectedField[] {
	const json = parse(body);
	if (!isRecord(json)) return [];
	const {errors} = json;
	return Object.entries(isRecord(errors) ? errors : json).flatMap(([name, value]) => {
		const reasons: readonly unknown[] = Array.isArray(value) ? value : [];
		const texts = reasons.filter(reason => typeof reason === 'string');
		return texts.length === 0 || ofWholeRequest.has(name) ? [] : [{name, reason: texts.join(' ')}];
	});
}

/** Keys of reasons that are about no field. */
const ofWholeRequest: ReadonlySet<string> = new Set(['detail', 'error', 'errors', 'message', 'non_field_errors']);

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
