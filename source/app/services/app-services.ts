import type {FileServices} from './files.ts';
import type {HomeServices} from './home.ts';
import type {PastUploadServices} from './past-uploads.ts';
import type {SetupServices} from './set-up.ts';

export type AppServices = {
	readonly setup: SetupServices;
	readonly files: FileServices;
	readonly home: HomeServices;
	readonly uploads: PastUploadServices;
};
