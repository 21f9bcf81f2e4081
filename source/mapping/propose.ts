import {isNullMark} from '../kinds/values/null-mark.ts';
import {type Field, fields} from '../kinds/warehouse/field.ts';
import {assignFields} from './assign.ts';
import {filledText} from './cells.ts';
import type {Claim} from './claim.ts';
import {claimFields} from './claims.ts';
import {columnName} from './column-name.ts';
import {type ForeignColumn, readColumns} from './foreign-column.ts';
import {clearScore} from './plain-column.ts';
import type {Confidence, MappingProposal, Proposal} from './proposal.ts';
import {proposeRowParts} from './propose-row-parts.ts';
import {missingFields, proposeSplits} from './propose-splits.ts';
import {proposeValues} from './propose-values.ts';
import {exactReason, labelReason, valuesReason} from './texts.ts';

/** The rows that are looked at. */
const sampleSize = 1000;

/** Proposes how to read a file as a warehouse, from its labels and some hundred of its first rows. */
export function proposeMapping(labels: readonly string[], rows: readonly (readonly string[])[]): MappingProposal {
	const sample = rows
		.slice(0, sampleSize)
		.map(row => row.map(filledText))
		.filter(row => row.some(cell => cell !== ''));
	const columns = readColumns(
		labels,
		sample.map(row => row.map(cell => (isNullMark(cell) ? '' : cell))),
	);
	const claims = claimFields(columns);
	const splits = proposeSplits(columns, assignFields(claims));
	const split = new Set<Field>(splits.flatMap(({fields}) => fields));
	const isSplit = ({column, field}: Claim) => split.has(field) || splits.some(one => one.column === column);
	const chosen = assignFields(claims.filter(claim => !isSplit(claim)));
	const proposals = fields.flatMap(field =>
		chosen.filter(claim => claim.field === field).flatMap(claim => proposalOf(claim, columns[claim.column]) ?? []),
	);
	const fieldColumns = new Map<Field, number>([
		...proposals.map(({field, column}) => [field, column] as const),
		...splits.flatMap(({fields, column}) => fields.map(field => [field, column] as const)),
	]);
	return {
		proposals,
		splits,
		...proposeRowParts(sample, fieldColumns, column => columnName(labels, column)),
		values: proposeValues(sample, fieldColumns),
		missing: missingFields(chosen, splits),
	};
}

function proposalOf(claim: Claim, column: ForeignColumn | undefined): Proposal | undefined {
	if (column === undefined) return undefined;
	const {field} = claim;
	const reasons = [reasonOfLabel(claim), valuesReason(field, column)];
	return {
		field,
		column: column.index,
		confidence: confidenceOf(claim),
		reason: reasons.filter(reason => reason !== undefined).join('; '),
	};
}

function reasonOfLabel({basis, field, reason}: Claim): string | undefined {
	switch (basis) {
		case 'exact':
			return exactReason;
		case 'neighbour':
			return reason;
		case 'label':
			return labelReason(field);
		case 'values':
			return undefined;
		default:
			return basis satisfies never;
	}
}

/** The score from which on a label is likely without the help of values. */
const likelyScore = 50;

/** The fit from which on values make a vague label likely. */
const supportingFit = 0.4;

function confidenceOf({basis, score, fit}: Claim): Confidence {
	if (basis === 'exact') return 'certain';
	if (basis === 'neighbour' || score >= clearScore) return 'likely';
	return basis === 'label' && (score >= likelyScore || fit >= supportingFit) ? 'likely' : 'possible';
}
