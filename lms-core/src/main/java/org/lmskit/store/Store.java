package org.lmskit.store;

interface Store {}
