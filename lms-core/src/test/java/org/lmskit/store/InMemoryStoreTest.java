package org.lmskit.store;

import org.lmskit.contract.StoreContract;

class InMemoryStoreTest extends StoreContract {
  @Override
  protected Store open(Kinds kinds) {
    return new InMemoryStore();
  }
}
