/** What GitLab documents of a Code Quality report. */
export const CODE_QUALITY = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    additionalProperties: false,
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        additionalProperties: false,
        properties: {
          path: { type: 'string', pattern: '^(?!/|\\./)' },
          lines: {
            type: 'object',
            required: ['begin'],
            additionalProperties: false,
            properties: { begin: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
};

const object = (properties: Record<string, unknown>, ...required: string[]) => ({
  type: 'object',
  required,
  additionalProperties: false,
  properties,
});
const message = object({ text: { type: 'string', minLength: 1 } }, 'text');
const level = { enum: ['none', 'note', 'warning', 'error'] };
const one = { type: 'integer', minimum: 1 };
/** Language tags as SARIF takes them: two letters, and a country. */
const language = { type: 'string', pattern: '^[a-z]{2}(?:-[A-Z]{2})?$' };

const rule = object(
  {
    id: { type: 'string', minLength: 1 },
    shortDescription: message,
    fullDescription: message,
    help: message,
    defaultConfiguration: object({ level }, 'level'),
  },
  'id',
  'shortDescription',
  'fullDescription',
  'help',
  'defaultConfiguration',
);

const location = object(
  {
    physicalLocation: object(
      {
        artifactLocation: object(
          // A relative reference of RFC 3986: no scheme, no leading slash, and only the signs that a path may hold.
          {
            uri: {
              type: 'string',
              pattern: "^(?:[A-Za-z0-9._~!$&'()*+,;=@-]|%[0-9A-F]{2})(?:[A-Za-z0-9._~!$&'()*+,;=@/-]|%[0-9A-F]{2})*$",
            },
            uriBaseId: { const: '%SRCROOT%' },
          },
          'uri',
          'uriBaseId',
        ),
        region: object(
          { startLine: one, startColumn: one, endLine: one, endColumn: one },
          'startLine',
          'startColumn',
          'endLine',
          'endColumn',
        ),
      },
      'artifactLocation',
      'region',
    ),
  },
  'physicalLocation',
);

const result = object(
  {
    ruleId: { type: 'string', minLength: 1 },
    ruleIndex: { type: 'integer', minimum: 0 },
    level,
    message,
    locations: { type: 'array', minItems: 1, maxItems: 1, items: location },
    partialFingerprints: { type: 'object', minProperties: 1, additionalProperties: { type: 'string', minLength: 1 } },
  },
  'ruleId',
  'ruleIndex',
  'level',
  'message',
  'locations',
  'partialFingerprints',
);

/** The part of SARIF 2.1.0 that cops writes: the constraints of its schema and of its text, and what code scanning of GitHub asks for. */
export const SARIF = object(
  {
    $schema: { type: 'string' },
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      minItems: 1,
      maxItems: 1,
      items: object(
        {
          tool: object(
            {
              driver: object(
                {
                  name: { const: 'cops' },
                  version: { type: 'string' },
                  semanticVersion: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+' },
                  language,
                  rules: { type: 'array', uniqueItems: true, items: rule },
                },
                'name',
                'version',
                'rules',
              ),
            },
            'driver',
          ),
          language,
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          results: { type: 'array', items: result },
        },
        'tool',
        'columnKind',
        'results',
      ),
    },
  },
  '$schema',
  'version',
  'runs',
);
