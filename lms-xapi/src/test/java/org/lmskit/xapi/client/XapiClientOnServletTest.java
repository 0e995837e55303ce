package org.lmskit.xapi.client;

import org.lmskit.contract.HttpServers;

class XapiClientOnServletTest extends XapiClientTest {
  @Override
  HttpServers adapter() {
    return HttpServers.SERVLET;
  }
}
