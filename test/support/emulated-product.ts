/** The real product with makers that are emulated: an engine that hears, thinks and speaks, in a region each. */
import { type EmulatedMakers, emulatedMakers } from './emulated-makers.ts';
import { type Product, startProduct } from './product.ts';

export interface EmulatedProduct extends Product {
  makers: EmulatedMakers;
}

export async function startEmulatedProduct({ seeded = true } = {}): Promise<EmulatedProduct> {
  const makers = await emulatedMakers();
  const product = await startProduct({ seeded, environment: makers.environment });
  return {
    ...product,
    makers,
    async close() {
      await product.close();
      await makers.close();
    },
  };
}
