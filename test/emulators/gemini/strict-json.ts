/**
 * JSON read as proto3 JSON by Google's published descriptors, strictly: a field that is unknown, a value of another
 * type, an unknown name of an enum, two members of a oneof, bad base64 or a bad duration are each said with their place.
 */
import protobuf from 'protobufjs';

/** What is wrong with the value, worded as the service words it; empty when it is fine. */
export function faultsIn(type: protobuf.Type, value: unknown, path = ''): string[] {
  if (!isObject(value)) return [wrong(path, `a ${type.name} (object)`)];
  const fields = fieldsByName(type);
  const faults: string[] = [];
  const set = new Set<protobuf.Field>();
  for (const [name, inner] of Object.entries(value)) {
    const field = fields.get(name);
    if (field === undefined) {
      faults.push(`Unknown name "${name}"${path === '' ? '' : ` at '${path}'`}: Cannot find field.`);
      continue;
    }
    // Null is the same as not there.
    if (inner === null && field.type !== 'google.protobuf.Value') continue;
    set.add(field);
    faults.push(...fieldFaults(field, inner, path === '' ? name : `${path}.${name}`));
  }
  for (const oneof of type.oneofsArray) {
    const members = oneof.fieldsArray.filter((field) => set.has(field));
    if (members.length > 1)
      faults.push(`Invalid value at '${path}' (oneof), oneof field '${oneof.name}' is already set.`);
  }
  return faults;
}

function fieldsByName(type: protobuf.Type): Map<string, protobuf.Field> {
  return new Map(type.fieldsArray.map((field) => [String(field.options?.json_name ?? field.name), field]));
}

function fieldFaults(field: protobuf.Field, value: unknown, path: string): string[] {
  if (field instanceof protobuf.MapField) {
    if (!isObject(value)) return [wrong(path, 'a map')];
    return Object.entries(value).flatMap(([key, inner]) => valueFaults(field, inner, `${path}[${key}]`));
  }
  if (!field.repeated) return valueFaults(field, value, path);
  if (!Array.isArray(value)) return [wrong(path, 'a list')];
  return value.flatMap((inner, index) => valueFaults(field, inner, `${path}[${index}]`));
}

function valueFaults(field: protobuf.Field, value: unknown, path: string): string[] {
  const type = field.resolve().resolvedType;
  if (type instanceof protobuf.Enum) return isNameOf(type, value) ? [] : [wrong(path, type.name)];
  if (type instanceof protobuf.Type) {
    const known = WELL_KNOWN[type.fullName];
    if (known === undefined) return faultsIn(type, value, path);
    return known(value) ? [] : [wrong(path, type.fullName.slice(1))];
  }
  const fits = SCALARS[field.type];
  if (fits === undefined) throw new Error(`No rule for ${field.type}`);
  return fits(value) ? [] : [wrong(path, field.type)];
}

function isNameOf(type: protobuf.Enum, value: unknown): boolean {
  if (typeof value === 'number') return value in type.valuesById;
  return typeof value === 'string' && value in type.values;
}

type Fits = (value: unknown) => boolean;

const isText: Fits = (value) => typeof value === 'string';
const whole =
  (lowest: bigint, highest: bigint): Fits =>
  (value) => {
    if (typeof value === 'number' ? !Number.isInteger(value) : !/^-?\d+$/.test(String(value))) return false;
    if (typeof value !== 'number' && typeof value !== 'string') return false;
    return BigInt(value) >= lowest && BigInt(value) <= highest;
  };
const real: Fits = (value) =>
  (typeof value === 'number' && Number.isFinite(value)) ||
  (typeof value === 'string' && /^(NaN|-?Infinity|-?\d+(\.\d+)?(e[+-]?\d+)?)$/i.test(value));

const SCALARS: Record<string, Fits> = {
  string: isText,
  bool: (value) => typeof value === 'boolean',
  int32: whole(-(2n ** 31n), 2n ** 31n - 1n),
  uint32: whole(0n, 2n ** 32n - 1n),
  int64: whole(-(2n ** 63n), 2n ** 63n - 1n),
  uint64: whole(0n, 2n ** 64n - 1n),
  float: real,
  double: real,
  bytes: (value) => typeof value === 'string' && isBase64(value),
};

/** Either alphabet, with or without padding, and nothing cut off. */
function isBase64(text: string): boolean {
  const [, digits = '', padding = ''] = /^([\w+/-]*)(={0,2})$/.exec(text) ?? [null, '!', ''];
  return digits !== '!' && digits.length % 4 !== 1 && (padding === '' || (digits.length + padding.length) % 4 === 0);
}

const WELL_KNOWN: Record<string, Fits> = {
  '.google.protobuf.Duration': (value) => isText(value) && /^-?\d+(\.\d{1,9})?s$/.test(String(value)),
  '.google.protobuf.Timestamp': (value) =>
    isText(value) && /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(String(value)),
  '.google.protobuf.Struct': isObject,
  '.google.protobuf.Value': () => true,
  '.google.protobuf.ListValue': Array.isArray,
  '.google.protobuf.FieldMask': isText,
};

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(path: string, expected: string): string {
  return `Invalid value at '${path}' (${expected})`;
}
