package org.lmskit.http;

import org.lmskit.contract.HttpServers;

class JdkHttpTest extends AdapterTest {
  JdkHttpTest() {
    super(HttpServers.JDK);
  }
}
