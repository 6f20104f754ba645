import { RULE_GLOSSARY } from './rule-glossary.js';

describe('the rules on the page of terms', () => {
  it.each(['R1', 'R2', 'R4', 'R5', 'R6', 'R6a', 'R7', 'R9', 'R11', 'R18'])(
    'explain %s, which hints and sheets point at',
    (rule) => {
      const entry = RULE_GLOSSARY.find(({ term }) => term === `Regel ${rule}`);
      expect(entry).toMatchObject({ id: `regel-${rule.toLowerCase()}` });
    },
  );
});
