/**
 * Requests and responses without a web framework, and adapters for the JDK's server and Jakarta
 * Servlet. Handlers of other packages are written once against {@link org.lmskit.http.HttpHandler}.
 */
@NullMarked
package org.lmskit.http;

import org.jspecify.annotations.NullMarked;
