import type {UploadTarget} from '../file-kind.ts';

/** The endpoint and the form field for a warehouse CSV [doc]. */
export const uploadTarget: UploadTarget = {
	endpoint: 'import_metadata/',
	part: 'file',
	contentType: 'text/csv',
	extension: '.csv',
};
