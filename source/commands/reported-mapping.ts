import type {Header} from '../kinds/header.ts';
import {findObstacle} from '../mapping/obstacles.ts';
import type {Proposal} from '../mapping/proposal.ts';
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
	if (!isWrong && !proposal.proposals.some(one => isBetter(one, session.header))) return undefined;
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
		obstacle: findObstacle(sample),
		command: `${commandText(['fix'])} ${path} ${recipeText(recipe)} -o warehouse.csv`,
		openCommand: commandOn([], subject),
	};
}

/** True if a column that is not sent is likely a field that another column is read as. */
function isBetter({field, column, confidence}: Proposal, {mapping}: Header): boolean {
	const isSent = Object.values(mapping).includes(column);
	return confidence !== 'possible' && !isSent && mapping[field] !== undefined;
}
