import type {AppServices} from '../../services.ts';
import type {Stage} from '../../stage.ts';
import type {Door} from '../doors.ts';
import {ProfileTokens} from '../profile-tokens.ts';
import type {ReviewOptions} from '../review/options.ts';

/** Where the runs and saves of a visit are noted. */
export type Notes = Pick<ReviewOptions, 'ended' | 'saved' | 'kept'>;

/** One visit of home: what is remembered from one errand to the next. */
export type Visit = {
	readonly stage: Stage;
	readonly services: AppServices;
	readonly notes: Notes;
	readonly tokens: ProfileTokens;
	/** The profile that was used last. */
	selected: string | undefined;
	/** What was just done. */
	notice: string | undefined;
	/** The door that was chosen last. */
	door: Door | undefined;
};

export function visitOf(stage: Stage, services: AppServices, notes: Notes): Visit {
	const tokens = new ProfileTokens(stage, services);
	return {stage, services, notes, tokens, selected: undefined, notice: undefined, door: undefined};
}
