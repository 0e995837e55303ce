package org.lmskit.xapi.lrs;

import org.lmskit.Lms;
import org.lmskit.contract.Stores;
import org.lmskit.store.Store;

class LrsOnPostgresTest extends LrsContract {
  @Override
  Store open() {
    return Stores.postgres(Lms.KINDS, Lrs.KINDS);
  }
}
