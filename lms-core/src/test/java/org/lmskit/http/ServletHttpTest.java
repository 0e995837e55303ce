package org.lmskit.http;

import org.lmskit.contract.HttpServers;

class ServletHttpTest extends AdapterTest {
  ServletHttpTest() {
    super(HttpServers.SERVLET);
  }
}
