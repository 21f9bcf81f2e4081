import type {Finding} from '../problem.ts';
import {type Code, isCode} from './codes.ts';
import {type Field, isField} from './field.ts';

/** A finding in a warehouse CSV. */
export type WarehouseFinding = {readonly row: number; readonly code: Code; readonly field?: Field};

/** Narrows a finding. @throws RangeError for a finding of another kind (a bug) */
export function toWarehouseFinding({row, code, field}: Finding): WarehouseFinding {
	if (!isCode(code) || (field !== undefined && !isField(field))) {
		throw new RangeError(`${code} in ${field ?? 'a row'} is not a finding of a warehouse CSV`);
	}

	return field === undefined ? {row, code} : {row, code, field};
}
