// How the server is set up, where it may be asked.
SHOW SETTINGS
    'server.memory.heap.max_size', 'dbms.memory.transaction.total.max', 'db.memory.transaction.max', 'server.bolt.listen_address',
    'server.http_enabled_modules'
YIELD name, value
