import type {UploadTarget} from '../file-kind.ts';

/** Where Secoda takes a CSV that describes a warehouse, and how the form names it [doc]. */
export const uploadTarget: UploadTarget = {
	endpoint: 'import_metadata/',
	part: 'file',
	contentType: 'text/csv',
	extension: '.csv',
};
