package org.lmskit.xapi.http;

import org.lmskit.contract.HttpServers;

class LrsHttpOnJdkTest extends LrsHttpOnServerTest {
  @Override
  HttpServers adapter() {
    return HttpServers.JDK;
  }
}
