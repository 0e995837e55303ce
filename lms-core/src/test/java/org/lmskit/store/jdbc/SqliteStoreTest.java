package org.lmskit.store.jdbc;

import org.lmskit.contract.StoreContract;
import org.lmskit.contract.Stores;
import org.lmskit.store.Kinds;
import org.lmskit.store.Store;

class SqliteStoreTest extends StoreContract {
  @Override
  protected Store open(Kinds kinds) {
    return Stores.sqlite(kinds);
  }
}
