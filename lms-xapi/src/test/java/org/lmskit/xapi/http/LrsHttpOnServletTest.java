package org.lmskit.xapi.http;

import org.lmskit.contract.HttpServers;

class LrsHttpOnServletTest extends LrsHttpOnServerTest {
  @Override
  HttpServers adapter() {
    return HttpServers.SERVLET;
  }
}
