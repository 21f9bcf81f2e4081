import {likelyEncoding} from '../../kinds/bytes/windows-1252.ts';
import type {SampleBytes} from '../../mapping/mapping-sample.ts';
import {type Encoding, headAsUtf8} from '../../records/source/encoding.ts';
import type {SourceFile} from '../../records/source/source-file.ts';

/** The bytes that a sample is made of. */
const sampleSize = 256 * 1024;

/** Reads the first bytes of a file as UTF-8, from the named encoding or the one that they are likely in. */
export async function readSampleBytes(file: SourceFile, named?: Encoding): Promise<SampleBytes> {
	const bytes = await file.read(0, sampleSize);
	const isWhole = bytes.length === file.size;
	const encoding = named ?? likelyEncoding(isWhole ? bytes : bytes.subarray(0, bytes.lastIndexOf('\n') + 1));
	return {bytes: (encoding && headAsUtf8(bytes, encoding)) ?? bytes, encoding, isWhole};
}
