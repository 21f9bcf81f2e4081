import {isoInstant} from '../kinds/values/time.ts';
import {booleans, tableTypes, typeWords} from './value-words.ts';

/** The shape of a trimmed value that is not empty. */
export type ValueShape = {
	/** A data type of a database, such as `varchar(20)`. */
	readonly isType: boolean;
	/** A data type in words, such as `text` or `Ganzzahl`, or one of a database. */
	readonly isTypeWord: boolean;
	readonly isInteger: boolean;
	/** An integer or another number, such as `1,234.5` or `12 %`. */
	readonly isNumber: boolean;
	/** A name without spaces. */
	readonly isIdentifier: boolean;
	/** A name of ASCII letters, without spaces. */
	readonly isPlainName: boolean;
	/** Several words. */
	readonly isText: boolean;
	/** A type of table, such as `BASE TABLE`. */
	readonly isTableType: boolean;
	readonly isBoolean: boolean;
	readonly isTime: boolean;
	/** The name or address of a person. */
	readonly isPerson: boolean;
};

const typePattern = new RegExp(
	`^(?:${[
		'n?var(?:char|binary)2?',
		'n?char',
		'[nc]?lob|[bn]?clob|blob|(?:tiny|medium|long)(?:text|blob)|n?text|bpchar|citext',
		'(?:character|char|national character)(?: large object| varying)?',
		'str(?:ing)?|longstring',
		'(?:tiny|small|medium|big|huge)?(?:int|serial)(?:eger)?|u?int(?:eger)?_?\\d{0,3}|serial\\d?|byteint',
		'num(?:ber|eric)?|big(?:numeric|decimal)|dec(?:imal)?|float\\d{0,2}|double(?: precision)?|real|(?:small)?money',
		'bit(?: varying)?|bool(?:ean)?|varbit',
		'date(?:32|64)?|(?:small)?datetime(?:2|64|offset)?|time(?:tz)?|timestamp_?(?:l?tz|ntz)?|interval|year',
		'uuid|uniqueidentifier|guid|rowid|urowid|rowversion|oid|xid|name|sysname|regclass',
		'jsonb?|xml(?:type)?|b(?:ytea|inary|ytes?|file)|image|(?:long )?raw|long|super|variant|sql_variant',
		'array|map|struct|record|row|object|nested|enum|set|list|tuple|hstore|inet|cidr|macaddr|tsvector|hierarchyid',
		'geo(?:metry|graphy)|point|polygon|multipolygon|linestring|sdo_geometry|vector|fixedstring|lowcardinality|nullable',
		'(?:string|integer|long|double|float|boolean|date|timestamp|decimal|short|binary)type',
		'_(?:text|varchar|int\\d|bool|numeric|uuid|float\\d)|esrifieldtype\\w+',
	].join('|')})(?=$|[\\s(<[{])`,
	'i',
);

/** The text after the name of a type: its length or parts, and marks. */
const afterType =
	/^\s*(?:[(<[{].*)?(?:unsigned|zerofill|not null|null|with(?:out)? (?:local )?time ?zone|byte|char|repeated|required|\s)*$/i;

/** The part of a long value that is looked at. */
const longestValue = 300;

/** Returns the shape of a value. */
export function shapeOf(text: string): ValueShape {
	const value = text.slice(0, longestValue);
	const lower = value.toLowerCase();
	const type = typePattern.exec(value)?.[0];
	const isType = type !== undefined && afterType.test(value.slice(type.length));
	const isInteger = /^[+-]?\d+(?:\.0+)?$/.test(value);
	return {
		isType,
		isTypeWord: isType || typeWords.has(lower) || typeWords.has(lower.replace(/\s*[([].*$/, '')),
		isInteger,
		isNumber: /\d/.test(value) && /^[-+]?[\d.,' ]+%?$/.test(value),
		isIdentifier: /^["`[]?[\p{L}_$#@][\p{L}\p{M}\p{N}_$#@.:/*"`[\]-]*$/u.test(value) && value.length <= 128,
		isPlainName: /^[A-Za-z_$#][\w$#.:-]*$/.test(value),
		isText: isSeveralWords(value),
		isTableType: tableTypes.has(lower),
		isBoolean: booleans.has(lower),
		isTime: isTime(value),
		isPerson: /@[\w-]+\.\w/.test(value) || /^\p{Lu}\p{Ll}+(?:,? \p{Lu}\.)?,? \p{Lu}\p{Ll}+$/u.test(value),
	};
}

/** True for a text of three words, or a long one; scripts without spaces have shorter texts. */
function isSeveralWords(value: string): boolean {
	if (/\S\s+\S+\s+\S/.test(value)) return true;
	return (
		value.length > 40 || (value.length > 8 && /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}]{8}/u.test(value))
	);
}

const epochs = /^[12]\d{9}(?:\d{3}|\d{6}|\d{9})?(?:\.\d+)?$/;
const dates =
	/^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./]\d{1,2}[./]\d{1,2}|\d{1,2}[- ]\p{L}{3,9}\.?[- ,]\s?\d{2,4}|\p{L}{3,9}\.? \d{1,2},? \d{4})(?:[ T,]+\d{1,2}[:.]\d{2}.*)?$/u;

function isTime(value: string): boolean {
	return epochs.test(value) || dates.test(value) || isoInstant(value) !== undefined;
}
