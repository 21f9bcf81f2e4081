import type {UploadEndpoint} from '../file-kind.ts';

/** The endpoint and the form field for a warehouse CSV [doc]. */
export const uploadEndpoint: UploadEndpoint = {
	endpoint: 'import_metadata/',
	part: 'file',
	contentType: 'text/csv',
	extension: '.csv',
};
