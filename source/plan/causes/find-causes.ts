import {tableTypes} from '../renames/find-renames.ts';
import {findCaseChanges} from './case.ts';
import type {Cause} from './cause.ts';
import type {CauseInput} from './cause-input.ts';
import {Claims} from './claims.ts';
import {findGoneContainers} from './container-gone.ts';
import {findRenamedContainers} from './container-renamed.ts';
import {findDateShards} from './date-shards.ts';
import {findOtherIds} from './ids.ts';
import {findPunctuatedNames} from './punctuated.ts';
import {findShrunkTables} from './shrunk.ts';
import {findTruncation} from './truncated.ts';
import {findTruncationByName} from './truncated-by-name.ts';
import {findEmptyFile, findFewerRows, findGoneTypes, findOtherKind} from './whole-file.ts';

const ofNames = [findCaseChanges, findRenamedContainers, findDateShards, findPunctuatedNames];
const ofMissing = [findTruncationByName, findGoneContainers];

/** Returns the causes of what a plan hides and creates: the one that explains most first. The most specific ones are searched first. */
export function findCauses(input: CauseInput): readonly Cause[] {
	const {changes, after, before} = input;
	const {hidden, renamed} = changes.counts();
	if (hidden + renamed === 0) return [];
	const claims = new Claims(changes, after.inventory, before.inventory);
	const types = tableTypes(changes.entities);
	const causes = [
		...[findOtherKind, findEmptyFile].flatMap(find => find(input, claims)),
		...(types === undefined ? [] : ofNames.flatMap(find => find({...input, ...types}, claims))),
		...findOtherIds(input, claims),
		...findTruncation(input, claims),
		...(types === undefined ? [] : ofMissing.flatMap(find => find({...input, ...types}, claims))),
		...[findGoneTypes, findShrunkTables, findFewerRows].flatMap(find => find(input, claims)),
	];
	return causes.toSorted((one, other) => sizeOf(other) - sizeOf(one));
}

function sizeOf({explained: {hidden, created}}: Cause): number {
	return [...hidden, ...created].reduce((sum, {count}) => sum + count, 0);
}
