package org.lmskit.xapi.client;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.lmskit.Lms;
import org.lmskit.contract.Stores;
import org.lmskit.store.Store;
import org.lmskit.xapi.lrs.Lrs;

/** From the client over HTTP down to the database, and back. */
class XapiClientOnSqliteTest extends XapiClientTest {
  private static Store store;

  @BeforeAll
  static void open() {
    store = Stores.sqlite(Lms.KINDS, Lrs.KINDS);
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Override
  Store store() {
    return store;
  }
}
