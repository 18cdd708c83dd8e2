using System.Globalization;
using Wijk.Graph.Stores.Neo4j;
using Wijk.Testing.Killed;

// Either a data folder, or the address, user and password of a Neo4j with the seed of the city to write.
if (args is [var folder]) await EndlessWriter.WriteAsync(folder);
else await CityWriter.WriteAsync(new Neo4jSettings { Url = new Uri(args[0]), User = args[1], Password = args[2] }, int.Parse(args[3], CultureInfo.InvariantCulture));
