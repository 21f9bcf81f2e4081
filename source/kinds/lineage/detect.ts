import {JsonLinesFormat} from '../../records/jsonl/json-lines-format.ts';
import type {Detection, DetectOptions} from '../file-kind.ts';
import {detectJsonLines} from '../json/detect.ts';
import {lineageColumns} from './field.ts';

/** Detects a lineage file: JSON Lines whose first object has an end of an edge [doc]. */
export function detect(head: Buffer, options: DetectOptions): Detection {
	const file = detectJsonLines(head, options);
	if (file === undefined) return {kind: 'no'};
	const {keys, wholeFile} = file;
	if (!keys.has('from_identifier') && !keys.has('from_databuilder_id')) return {kind: 'no'};
	return file.wrong === undefined
		? {kind: 'yes', format: new JsonLinesFormat(lineageColumns), wholeFile}
		: {kind: 'wrong', wrong: file.wrong};
}
