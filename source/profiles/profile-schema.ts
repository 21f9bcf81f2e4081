import {settingsSchema} from './settings.ts';

/** The JSON schema of a profile's file, in the form that conf expects. The reader has its own check: see `readSettings`. */
export const profileSchema = {
	schema: {
		...settingsSchema,
		kind: {enum: ['csv']},
		tokenPlace: {enum: ['keyring', 'file', 'nowhere']},
	},
	rootSchema: {additionalProperties: false},
} as const;
