/**
 * Part of `npm run build`: puts a brotli copy beside each script and style sheet, as small as it gets, since the server
 * would otherwise compress each of them anew for each visitor, and less.
 */
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

const FOLDER = ".next/static";
const compress = promisify(brotliCompress);

const names = await readdir(FOLDER, { recursive: true });
await Promise.all(
  names
    .filter((name) => /\.(js|css)$/.test(name))
    .map(async (name) => {
      const content = await readFile(join(FOLDER, name));
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.byteLength,
      };
      await writeFile(join(FOLDER, `${name}.br`), await compress(content, { params }));
    }),
);
