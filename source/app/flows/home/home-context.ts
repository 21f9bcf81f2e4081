import type {AppServices} from '../../services/app-services.ts';
import type {Stage} from '../../stage.ts';
import {ProfileTokens} from '../profile-tokens.ts';
import type {ReviewOptions} from '../review/options.ts';
import type {StartOption} from '../start-options.ts';

/** Where uploads and saves are noted. */
export type HomeCallbacks = Pick<ReviewOptions, 'onUploadEnd' | 'onSave' | 'onEditsKept'>;

/** The values that the commands of home share while home is open. */
export type HomeContext = {
	readonly stage: Stage;
	readonly services: AppServices;
	readonly callbacks: HomeCallbacks;
	readonly tokens: ProfileTokens;
	/** The name of the profile that was used last. */
	selected: string | undefined;
	/** The result of the last command. */
	notice: string | undefined;
	/** The start option that was chosen last. */
	startOption: StartOption | undefined;
};

export function createHomeContext(stage: Stage, services: AppServices, callbacks: HomeCallbacks): HomeContext {
	const tokens = new ProfileTokens(stage, services);
	return {stage, services, callbacks, tokens, selected: undefined, notice: undefined, startOption: undefined};
}
