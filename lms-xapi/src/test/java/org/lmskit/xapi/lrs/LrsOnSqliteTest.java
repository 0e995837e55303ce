package org.lmskit.xapi.lrs;

import org.lmskit.Lms;
import org.lmskit.contract.Stores;
import org.lmskit.store.Store;

class LrsOnSqliteTest extends LrsContract {
  @Override
  Store open() {
    return Stores.sqlite(Lms.KINDS, Lrs.KINDS);
  }
}
