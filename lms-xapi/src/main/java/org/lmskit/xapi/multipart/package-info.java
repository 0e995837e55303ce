/**
 * Bodies of several parts (RFC 2046), read and written as streams; used by the server and the client.
 */
@NullMarked
package org.lmskit.xapi.multipart;

import org.jspecify.annotations.NullMarked;
