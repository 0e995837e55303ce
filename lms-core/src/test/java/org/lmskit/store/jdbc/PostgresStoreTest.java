package org.lmskit.store.jdbc;

import org.lmskit.contract.StoreContract;
import org.lmskit.contract.Stores;
import org.lmskit.store.Kinds;
import org.lmskit.store.Store;

/** With a tail so short that the contract's few writes already merge it. */
class PostgresStoreTest extends StoreContract {
  @Override
  protected Store open(Kinds kinds) {
    return JdbcStore.at(Stores.postgresUrl(), new TailSize(3, 1_000), kinds);
  }
}
