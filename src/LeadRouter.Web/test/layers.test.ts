import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

/** Without the rules that need types, which take a minute to read the whole app. */
const eslint = new ESLint({ overrideConfig: tseslint.configs.disableTypeChecked as ESLint.Options['overrideConfig'] });

/** The rules that the text breaks when it stands in the file. */
async function broken(filePath: string, text: string) {
  const [result] = await eslint.lintText(text, { filePath });
  return result?.messages.map(({ ruleId }) => ruleId).filter((rule) => rule?.startsWith('import-x/'));
}

/** A resolver that finds nothing would let everything pass without a word. */
describe('the layers, as lint holds them', () => {
  it.each([
    ['a feature another feature', 'src/features/leads/LeadPage.tsx', '../repDesks/leadView'],
    ['a feature the app', 'src/features/leads/LeadPage.tsx', '../../app/theme'],
    ['what is shared a feature', 'src/shared/format/serverClock.ts', '../../features/leads/leadsQuery'],
    ['what is shared the app', 'src/shared/format/serverClock.ts', '../../app/theme'],
  ])('forbid %s', async (_, file, imported) => {
    expect(await broken(file, `export * from '${imported}';\n`)).toEqual(['import-x/no-restricted-paths']);
    expect(await broken(file, `export const late = () => import('${imported}');\n`)).toEqual([
      'import-x/no-restricted-paths',
    ]);
  });

  it('forbid two files that import each other', async () => {
    expect(await broken('src/features/desks/deskDocument.ts', "export * from './RulesPage';\n")).toEqual([
      'import-x/no-cycle',
    ]);
  });

  it('let the app import features and features what is shared', async () => {
    expect(await broken('src/app/routes.tsx', "export * from '../features/leads/LeadPage';\n")).toEqual([]);
    expect(await broken('src/features/leads/LeadPage.tsx', "export * from '../../shared/api/http';\n")).toEqual([]);
  });
});
