package org.lmskit.store.jdbc;

import org.lmskit.contract.StoreContract;
import org.lmskit.contract.Stores;
import org.lmskit.store.Kinds;
import org.lmskit.store.Store;

/** With a tail so short that the contract's few writes already merge it. */
class SqliteStoreTest extends StoreContract {
  @Override
  protected Store open(Kinds kinds) {
    String url = "jdbc:sqlite:" + Stores.temporary().resolve("lms.db").toAbsolutePath();
    return JdbcStore.at(url, new TailSize(3, 1_000), kinds);
  }
}
