import {jsonType} from '../../records/jsonl/json-bytes.ts';
import {changeFix} from '../change-fix.ts';
import type {JsonRow} from '../json/json-row.ts';
import {describeLine} from '../json/line-rules.ts';
import {forRow} from '../json/row-fixes.ts';
import {typeFixes, typeMessage} from '../json/type-fixes.ts';
import type {Finding, Fix, Problem} from '../problem.ts';
import {dateTimeOfEpoch} from '../values/date-time.ts';
import {trim} from '../values/trim.ts';
import {codes} from './codes.ts';
import {isKey, type Key, keys} from './field.ts';
import {integer, recommended, required} from './presence.ts';
import {describeRelation, isRelation, type RelatedResources} from './relation.ts';
import {rulesOf} from './value/index.ts';

const longestTitle = 160;

/** Returns the problem of a finding: value, message and fixes are derived from the current row, which `row` holds. */
export function describe(finding: Finding, row: JsonRow, related: RelatedResources): Problem {
	const {code, field, severity = severityOf(code)} = finding;
	const value = field === undefined ? '' : row.written.value(row.columnOf(field));
	const problem = {row: finding.row, code, severity, ...(field === undefined ? {} : {field}), value};
	const line = describeLine(finding, row);
	if (line !== undefined) return {...problem, ...line};
	if (field === undefined || !isKey(field)) return {...problem, message: '', fixes: []};
	const own = {...problem, value: row.value(field)};
	if (isRelation(code)) {
		const {fixes, ...texts} = describeRelation(code, row, related);
		return {...own, ...texts, fixes: shown(fixes, row)};
	}

	const {message, fixes} = describeValue(code, field, row);
	return {...own, message, fixes: shown(fixes, row)};
}

function severityOf(code: string): Problem['severity'] {
	return (
		new Map<string, {readonly severity: Problem['severity']}>(Object.entries(codes)).get(code)?.severity ?? 'error'
	);
}

type Texts = {readonly message: string; readonly fixes: readonly Fix[]};

function describeValue(code: string, key: Key, row: JsonRow): Texts {
	const text = trim(row.value(key));
	const type = trim(row.value('entity_type'));
	switch (code) {
		case 'required':
			return {message: required.message(key, type), fixes: []};
		case 'recommended':
			return {message: recommended.message(key, type), fixes: []};
		case 'integer':
			return {message: integer.message(key), fixes: []};
		case 'type-error':
			return {message: typeMessage(key, keys[key].type, row.typeOf(key)), fixes: fixesOfType(key, row)};
		default: {
			const rule = rulesOf.get(key)?.find(rule => rule.code === code);
			const removesProblem = ({value}: {readonly value: string}) =>
				trim(value) === '' || rule?.isBroken(trim(value), value) === false;
			const fixes = rule?.fixes(key, text) ?? [];
			return {
				message: rule?.message(key, text) ?? '',
				fixes: fixes.filter(fix => fix.kind !== 'cells' || fix.changes.every(removesProblem)),
			};
		}
	}
}

/** Returns the fixes of a value of the wrong type. A time as a number becomes a date-time. */
function fixesOfType(key: Key, row: JsonRow): readonly Fix[] {
	const text = row.value(key);
	const type = row.typeOf(key);
	const time = key === 'external_updated_at' && type === jsonType.number ? dateTimeOfEpoch(text) : undefined;
	return time === undefined ? typeFixes(key, keys[key].type, type, text) : [changeFix(key, time, 'safe')];
}

/** Returns fixes as they are applied to the row, with titles that fit: they contain the new value, which may be megabytes long. */
function shown(fixes: readonly Fix[], row: JsonRow): readonly Fix[] {
	return forRow(fixes, row).map(fix =>
		fix.title.length > longestTitle ? {...fix, title: `${fix.title.slice(0, longestTitle)}…`} : fix,
	);
}
