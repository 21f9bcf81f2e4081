import {columnOf, fieldOfColumn, type Header} from '../kinds/header.ts';
import {findObstacle} from '../mapping/obstacles.ts';
import type {MappingProposal, Proposal} from '../mapping/proposal.ts';
import {proposedRecipe} from '../mapping/proposed-recipe.ts';
import type {Recipe} from '../mapping/recipe.ts';
import {recipeText} from '../mapping/recipe-options.ts';
import type {ReportedMapping} from '../report/check/mapping-report.ts';
import {foundBy, readSample} from '../session/foreign/read-sample.ts';
import type {ReadOptions} from '../session/read-options.ts';
import {recipeOfReading} from '../session/recipe-reading.ts';
import type {Session} from '../session/session.ts';
import {shellPath} from '../text/shell-word.ts';
import {type CommandSubject, commandOn, commandText} from './next-command.ts';
import {stdinSource} from './standard-input.ts';

/** The problems of labels that a proposal can remove, or that it can explain in another way. */
const labelCodes: ReadonlySet<string> = new Set(['missing-label', 'duplicate-label']);
const unsentCode = 'extra-label';

/** Returns how a file can be read whose columns do not match; `undefined` if they match, or if nothing can be proposed. */
export async function reportedMapping(
	session: Session,
	reading: ReadOptions,
	subject: CommandSubject,
): Promise<ReportedMapping | undefined> {
	const {kind, records} = session;
	if (kind.readsForeignFiles !== true || reading.rows !== undefined) return undefined;
	const codes = session.fileProblems.map(({code}) => code);
	const isWrong = codes.some(code => labelCodes.has(code));
	if (!isWrong && !codes.includes(unsentCode)) return undefined;
	// The records of a file in another encoding are read from a copy in UTF-8.
	const sample = await readSample(records.file, {...reading, encoding: undefined});
	if (sample === undefined) return undefined;
	const {headerRow, labels, proposal} = sample;
	if (proposal.proposals.length + proposal.splits.length === 0) return undefined;
	const isRead = !isWrong && !proposal.proposals.some(one => isBetter(one, session.header));
	const further = proposal.proposals.filter(one => isFurther(one, proposal, session.header, reading));
	if (isRead && (further.length === 0 || !session.canCheckRows)) return undefined;
	const given = recipeOfReading(reading);
	const proposed = proposedRecipe(labels, proposal, 'possible');
	const constants = Object.fromEntries(
		proposal.missing.flatMap(field => (field === 'col_name' ? [] : [[field, '...'] as const])),
	);
	const unnamed = proposal.missing.includes('col_name') ? ({'...': 'col_name'} as const) : {};
	const recipe: Recipe = {
		...foundBy(sample, reading),
		...given,
		...proposed,
		mapping: {...proposed.mapping, ...unnamed, ...given.mapping},
		constants: {...constants, ...given.constants},
	};
	const path = session.path === stdinSource ? stdinSource : shellPath(session.path);
	return {
		headerRow,
		labels,
		records: Math.max(0, records.lastRow - headerRow),
		proposal,
		further: isRead ? further : undefined,
		obstacle: isRead ? undefined : findObstacle(sample),
		command: `${commandText(['fix'])} ${path} ${recipeText(recipe)} -o warehouse.csv`,
		openCommand: commandOn([], subject),
	};
}

/** True if a column that is not sent is likely a field that another column is read as. */
function isBetter({field, column, confidence}: Proposal, {mapping}: Header): boolean {
	const isSent = Object.values(mapping).includes(column);
	return confidence !== 'possible' && !isSent && mapping[field] !== undefined;
}

/** True if a column is likely a field that nothing is read as, and is neither read as another proposed field nor named by the options. */
function isFurther(
	{field, column, confidence}: Proposal,
	{proposals}: MappingProposal,
	{mapping, labels}: Header,
	{mapping: named = {}, constants = []}: ReadOptions,
): boolean {
	if (confidence === 'possible' || mapping[field] !== undefined) return false;
	const isNamed = Object.keys(named).some(name => columnOf(labels, name) === column);
	if (isNamed || constants.some(constant => constant.field === field)) return false;
	const present = fieldOfColumn(mapping, column);
	return present === undefined || proposals.every(one => one.field !== present);
}
